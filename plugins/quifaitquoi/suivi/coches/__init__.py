"""The sheet to tick at a front desk: what was asked for and not found, to be counted into manques.yml."""
