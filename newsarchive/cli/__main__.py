"""``python -m newsarchive.cli``: the commands, where the script is not on the path."""

from newsarchive.cli import main

main(prog_name="newsarchive")
