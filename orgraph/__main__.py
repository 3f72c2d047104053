"""Run the command line: python -m orgraph."""

from orgraph.cli import main

main(prog_name="orgraph")
