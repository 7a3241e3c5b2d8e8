"""Our start, step for step as `ordi_crf.ui.app.run` takes it; with a study when one is named."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.installation import hide_developers_libraries

if __name__ == "__main__":
    hide_developers_libraries()
    from ordi_crf.ui import app, settings

    qt = app.create(sys.argv[:1])
    application = app.Application()
    qt.aboutToQuit.connect(application.shut_down)
    application.window.show()
    for name in sys.argv[1:]:
        settings.add_recent(Path(name))
        application.start_page.refresh()
        application.open(Path(name))
        if application.session is None:
            raise SystemExit(f"{name} was not opened.")

    from benchmarks.programs.painted import tell_painted

    tell_painted(application.window)
    application.shut_down()
