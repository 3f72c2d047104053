#!/usr/bin/env bash
# Draw the gallery again: every command of its README, in the folder of the repository, with the orgraph on the PATH.
set -euo pipefail
cd "$(dirname "$0")/../.."
grep -oE '^(\| `)?orgraph chart [^`]+' docs/gallery/README.md | sed 's/^| `//' | bash -euo pipefail
