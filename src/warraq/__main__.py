"""``python -m warraq``."""

from warraq.cli import main

main(prog_name="warraq")
