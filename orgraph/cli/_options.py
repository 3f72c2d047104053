"""Arguments and options that commands share."""

from __future__ import annotations

from typing import Final

import click

UNREADABLE: Final = 3  # exit code: a source could not be read, or an output not be written

sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
no_repair = click.option("--no-repair", is_flag=True, help="Refuse every reading that needs a repair of the text.")
output = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True),
    default="-",
    help="Write to this file instead of standard output.",
)
