"""From starting the process to the first painted window: ours with the sample school's month, against an empty one."""

from __future__ import annotations

from benchmarks import windows
from benchmarks.measuring import Row, medians, show, workplace
from desktop_app.core.demo import found_sample
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress


def main() -> None:
    with workplace() as work:
        home = Home(work / "home")
        with home.opened():
            found_sample(home, Progress())
        ours, theirs = medians(lambda _: windows.ours(str(home.root)).seconds, lambda _: windows.empty().seconds)
        show(Row("start until the window is painted", "an empty ttkbootstrap window", ours, theirs, most=1.25))


if __name__ == "__main__":
    main()
