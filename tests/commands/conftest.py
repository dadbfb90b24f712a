"""The invented territory, to write in."""

from __future__ import annotations

import shutil

import pytest


@pytest.fixture
def port(port_exemple, tmp_path):
    shutil.copytree(port_exemple, tmp_path / "pe")
    return tmp_path / "pe"
