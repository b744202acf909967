# -*- coding: utf-8 -*-
"""Make the environment, install, and open the demo or run the tests; needs only Python 3.11 with venv and pip.

    python3 .ci/start.py demo        Windows PowerShell:  py -3 .ci\\start.py demo
    python3 .ci/start.py test        Windows PowerShell:  py -3 .ci\\start.py test

This file is read by whatever Python a machine has, so it keeps to what the oldest of them can parse: only then can
it say that the Python is too old. Exit 0 fine, 2 something is missing on the machine, 3 the installation failed;
else the exit code of what was run.
"""
# Old Pythons parse this file; they know neither pathlib nor f-strings.
# ruff: noqa: UP009, UP010, UP024, UP031, PTH100, PTH103, PTH107, PTH112, PTH113, PTH118, PTH120, PTH123, RUF005

from __future__ import unicode_literals

import hashlib
import os
import subprocess
import sys

NEEDED = (3, 11)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
LOG = os.path.join(ROOT, "build", "start.log")
WINDOWS = os.name == "nt"
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if WINDOWS else os.path.join(VENV, "bin", "python")

CONTRACTS = "from importlinter.cli import lint_imports_command as check; check()"
EXTRAS = {"demo": "", "test": "[test]", "lint": "[test,lint]"}
COMMANDS = {
    "demo": [["-m", "ita_tui", "demo"]],
    "test": [["-m", "pytest"]],
    "lint": [["-m", "ruff", "check", "."], ["-m", "mypy"], ["-c", CONTRACTS]],
}
# Variables that would make the new environment use packages of another one.
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
OFFLINE = (
    "NewConnectionError", "Temporary failure in name resolution", "getaddrinfo failed", "Network is unreachable",
    "ConnectTimeoutError", "ProxyError", "(from versions: none)", "SSLError", "NameResolutionError",
)


class StartError(Exception):
    """Something this machine lacks, told in Thai and in English."""

    def __init__(self, thai, english, code=2):
        Exception.__init__(self, english)
        self.thai = thai
        self.english = english
        self.code = code


def say(thai, english):
    """Print a sentence in both languages, also where the console knows no Thai."""
    for text in (thai, english):
        line = text + "\n"
        stream = getattr(sys.stderr, "buffer", sys.stderr)
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        stream.write(line.encode(encoding, "replace"))
        stream.flush()


def newer_python():
    """Return the name of a Python on this machine that is new enough, or an empty text."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    for minor in range(19, NEEDED[1] - 1, -1):
        name = "python3.%d" % minor
        if any(os.path.isfile(os.path.join(folder, name)) for folder in folders):
            return name
    return ""


def check_python():
    """Refuse a Python that is too old or that cannot make environments."""
    if sys.version_info[:2] < NEEDED:
        found = "%d.%d" % sys.version_info[:2]
        other = newer_python()
        thai = "Python %s เก่าเกินไป ต้องใช้รุ่น 3.11 ขึ้นไป " % found
        english = "Python %s is too old; 3.11 or later is needed. " % found
        if other:
            thai += "เครื่องนี้มีรุ่นที่ใช้ได้ สั่งใหม่ด้วย: %s .ci/start.py …" % other
            english += "This machine has one: %s .ci/start.py ..." % other
        else:
            thai += "ติดตั้งจาก python.org หรือตัวจัดการแพ็กเกจของระบบ แล้วสั่งใหม่"
            english += "Install it from python.org or the system's packages, then try again."
        raise StartError(thai, english)
    for module in ("venv", "ensurepip"):
        if not importable(module):
            package = "python%d.%d-venv" % sys.version_info[:2]
            raise StartError(
                "Python นี้ไม่มี %s จึงสร้างสภาพแวดล้อมไม่ได้ บน Debian/Ubuntu สั่ง: sudo apt install %s"
                % (module, package),
                "This Python has no %s, so it cannot make an environment. On Debian/Ubuntu: sudo apt install %s"
                % (module, package),
            )


def importable(module):
    """Tell whether this Python has a module; some systems ship Python in parts."""
    try:
        __import__(module)
    except ImportError:
        return False
    return True


def logged(command):
    """Run a command with its words in the log; return its exit code."""
    folder = os.path.dirname(LOG)
    if not os.path.isdir(folder):
        os.makedirs(folder)
    clean = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    with open(LOG, "ab") as log:
        log.write(("\n$ " + " ".join(command) + "\n").encode("utf-8"))
        log.flush()
        return subprocess.call(command, cwd=ROOT, env=clean, stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def log_text():
    """Return what the log says so far."""
    with open(LOG, encoding="utf-8", errors="replace") as log:
        return log.read()


def works(*arguments):
    """Tell whether the environment's own Python runs these arguments without complaint."""
    if not os.path.isfile(PYTHON):
        return False
    try:
        return logged([PYTHON, "-I"] + list(arguments)) == 0
    except OSError:
        return False


def make_environment():
    """Make .venv, or make it anew where its Python is gone or too old."""
    check = "import sys; sys.exit(sys.version_info[:2] < (%d, %d))" % NEEDED
    if works("-c", check):
        return
    say("กำลังสร้างสภาพแวดล้อม .venv …", "Making the environment .venv ...")
    if logged([sys.executable, "-m", "venv", "--clear", VENV]) != 0:
        raise StartError(
            "สร้าง .venv ไม่สำเร็จ อ่านสาเหตุได้ที่ %s" % LOG, "Could not make .venv; the reason is in %s" % LOG, 3
        )


def check_pip():
    """Make sure that the environment has pip."""
    if works("-m", "pip", "--version") or works("-m", "ensurepip", "--upgrade"):
        return
    raise StartError(
        ".venv ไม่มี pip และติดตั้งให้ไม่ได้ ลบโฟลเดอร์ .venv ติดตั้ง pip ให้ Python นี้ แล้วสั่งใหม่ (บันทึก: %s)" % LOG,
        ".venv has no pip and none could be made: delete .venv, install pip for this Python, try again (log: %s)" % LOG,
    )


def fingerprint(extra):
    """Return what an installation depends on, as one short text."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "requirements.lock"):
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    # An environment that was moved or belongs to another Python is installed anew.
    digest.update((ROOT + sys.version + extra).encode("utf-8"))
    return digest.hexdigest()


def install(what):
    """Install the program and what it needs, unless that was done since the lists last changed."""
    extra = EXTRAS[what]
    stamp = os.path.join(VENV, "ita-installed-%s" % what)
    wanted = fingerprint(extra)
    if os.path.isfile(stamp):
        with open(stamp, encoding="utf-8") as file:
            if file.read() == wanted:
                return
    say("กำลังติดตั้ง ครั้งแรกใช้เวลาหลายนาที …", "Installing; the first time takes minutes ...")
    command = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-c", "requirements.lock", "-e"]
    if not works(*(command + ["." + extra])):
        raise failed_install()
    with open(stamp, "w", encoding="utf-8") as file:
        file.write(wanted)


def failed_install():
    """Return why an installation failed, as far as its log tells."""
    text = log_text()
    tail = "\n".join(text.splitlines()[-12:])
    if any(sign in text for sign in OFFLINE):
        return StartError(
            "ติดตั้งไม่สำเร็จ เพราะต่อเครือข่ายไม่ได้ ตรวจอินเทอร์เน็ตหรือพร็อกซี แล้วสั่งใหม่ (บันทึก: %s)" % LOG,
            "No connection to the package index: check the network or the proxy (log: %s)\n%s" % (LOG, tail),
            3,
        )
    return StartError(
        "ติดตั้งไม่สำเร็จ อ่านสาเหตุได้ที่ %s" % LOG, "Installation failed; the log is %s\n%s" % (LOG, tail), 3
    )


def run(what, arguments):
    """Run what was asked for with the environment's Python; return its exit code."""
    commands = COMMANDS[what]
    if len(commands) == 1 and not WINDOWS:
        # Signals and the terminal belong to the program itself then, with nothing in between.
        os.chdir(ROOT)
        os.execv(PYTHON, [PYTHON] + commands[0] + arguments)
    code = 0
    for command in commands:
        code = subprocess.call([PYTHON] + command + arguments, cwd=ROOT) or code
    return code


def main(arguments):
    """Do what the first argument says; return the exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        say("วิธีใช้: python3 .ci/start.py demo หรือ test", "Usage: python3 .ci/start.py demo | test | lint")
        return 2
    what, rest = arguments[0], arguments[1:]
    try:
        check_python()
        if os.path.isfile(LOG):
            os.remove(LOG)
        make_environment()
        check_pip()
        install(what)
    except StartError as missing:
        say(missing.thai, missing.english)
        return missing.code
    except (OSError, IOError) as error:
        say("เขียนแฟ้มในโฟลเดอร์นี้ไม่ได้: %s" % error, "Could not write in this folder: %s" % error)
        return 3
    except KeyboardInterrupt:
        say("ยกเลิกแล้ว", "Cancelled.")
        return 3
    return run(what, rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
