"""`make bench`: speed and size, each figure beside a reference measured in the same run. Never a test."""
