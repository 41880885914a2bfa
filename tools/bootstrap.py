"""Make .venv from the lock: ``serve`` what runs, ``demo`` with stand-ins, ``test`` with the tools.

Needs a Python with `venv` and nothing else; does nothing while neither the lock nor this changed.
"""

import fcntl
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = ROOT / "tools" / "uv.txt"
INPUTS = (ROOT / "uv.lock", ROOT / "pyproject.toml", UV, Path(__file__))
GROUPS = {
    "serve": ("--no-dev",),
    "demo": ("--no-dev", "--group", "demo"),
    "test": ("--all-groups",),
}
"""Each holds the one before it."""


def main() -> int:
    wanted = sys.argv[1]
    (ROOT / ".cache").mkdir(exist_ok=True)
    with (ROOT / ".cache" / "bootstrap.lock").open("w") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)
        if is_done(wanted):
            return 0
        try:
            install(wanted)
        except subprocess.CalledProcessError as failure:
            command = " ".join(map(str, failure.cmd))
            print(f"motcua: this failed, see above: {command}", file=sys.stderr)
            return 1
    return 0


def is_done(wanted: str) -> bool:
    """Whether .venv holds the lock's packages already, these or more."""
    enough = list(GROUPS)[list(GROUPS).index(wanted) :]
    now = state()
    return any(stamp(group).exists() and stamp(group).read_text() == now for group in enough)


def stamp(group: str) -> Path:
    return VENV / f"installed-{group}"


def state() -> str:
    """What .venv depends on: the lock, the way of installing, and a Python that still works."""
    digest = hashlib.sha256()
    for file in INPUTS:
        digest.update(file.read_bytes())
    digest.update(str(VENV).encode())
    digest.update(version_of(PYTHON).encode())
    return digest.hexdigest()


def version_of(python: Path) -> str:
    """The version by which a Python calls itself; "" where it does not run."""
    try:
        command = [str(python), "-c", "import sys; print(sys.version)"]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return answer.stdout if answer.returncode == 0 else ""


def install(wanted: str) -> None:
    make_venv()
    say("installing the installer (uv) …")
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "--only-binary=:all:", "-r", UV])
    say("installing the packages of uv.lock …")
    uv = [VENV / "bin" / "uv", "sync", "--frozen", "--inexact", "--no-install-project", "--quiet"]
    run([*uv, *GROUPS[wanted]], UV_PROJECT_ENVIRONMENT=VENV, UV_PYTHON=PYTHON)
    (site_packages() / "motcua.pth").write_text(f"{ROOT / 'src'}\n")
    stamp(wanted).write_text(state())


def make_venv() -> None:
    """A new one where there is none, or where it was moved or lost its Python."""
    if version_of(PYTHON).startswith(platform.python_version()) and has_pip():
        return
    try:
        import ensurepip  # noqa: F401 - Debian keeps both in a package of their own
        import venv  # noqa: F401
    except ImportError:
        sys.exit(missing())
    say("making .venv …")
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", VENV])


def has_pip() -> bool:
    command = [str(PYTHON), "-m", "pip", "--version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def missing() -> str:
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    sudo = "" if os.geteuid() == 0 else "sudo "
    return (
        f"motcua: {sys.executable} comes without venv or ensurepip. Install one package:\n"
        f"        {sudo}apt install {package}\n"
        "        (elsewhere than Debian and Ubuntu: your system's package with `ensurepip`)"
    )


def site_packages() -> Path:
    return Path(sysconfig.get_path("purelib", scheme="venv", vars={"base": str(VENV)}))


def run(command: list[object], **more: object) -> None:
    """Run with our own choice of Python, whatever the shell was told."""
    clean = {k: v for k, v in os.environ.items() if k not in {"VIRTUAL_ENV", "PYTHONPATH"}}
    given = clean | {k: str(v) for k, v in more.items()} | {"UV_PYTHON_DOWNLOADS": "never"}
    subprocess.run([str(word) for word in command], check=True, cwd=ROOT, env=given)


def say(sentence: str) -> None:
    print(f"motcua: {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
