"""The background of printed plans, asked for once and kept."""
