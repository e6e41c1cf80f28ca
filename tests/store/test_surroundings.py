from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.store.surroundings import _file_system_of, _on_network, surroundings_warnings


@pytest.mark.parametrize(
    ("inside", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Kelsham City Council", "OneDrive"),
        ("OneDrive-KelshamCityCouncil", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Kelsham)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("GoogleDrive-jo@kelsham.example", "Google Drive"),
        ("Mobile Documents", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Kelsham SharePoint", "SharePoint"),
        ("Nextcloud", "Nextcloud"),
        ("Box", "Box"),
    ],
)
def test_a_folder_of_a_syncing_service_is_warned_of(
    tmp_path: Path, inside: str, service: str
) -> None:
    folder = tmp_path / inside / "Scrutiny" / "workspace"
    folder.mkdir(parents=True)
    (warning,) = surroundings_warnings(folder)
    assert f"{service} syncs" in warning
    assert "Move the workspace" in warning


@pytest.mark.parametrize("inside", ["Documents", "Sandbox", "One drive plan", "Boxes", "Drive"])
def test_an_ordinary_folder_is_not(tmp_path: Path, inside: str) -> None:
    (tmp_path / inside).mkdir()
    assert surroundings_warnings(tmp_path / inside) == ()


def test_the_marks_that_services_leave_are_known(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert surroundings_warnings(tmp_path) == (), "a home folder with Dropbox's settings"
    (tmp_path / ".dropbox.cache").mkdir()
    assert "Dropbox" in surroundings_warnings(tmp_path)[0]


def test_onedrive_is_known_by_the_variable_windows_sets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Work files"))
    folder = tmp_path / "Work files" / "workspace"
    folder.mkdir(parents=True)
    assert "OneDrive" in surroundings_warnings(folder)[0]


def test_a_network_drive_is_known_by_its_mount() -> None:
    mounts = (
        "rootfs / ext4 rw 0 0\n"
        "//server/share /mnt/council\\040share cifs rw 0 0\n"
        "disk /mnt/council\\040share/local ext4 rw 0 0\n"
    )
    assert _file_system_of(Path("/mnt/council share/scrutiny"), mounts) == "cifs"
    assert _file_system_of(Path("/mnt/council share/local/x"), mounts) == "ext4"
    assert _file_system_of(Path("/home/jo"), mounts) == "ext4"
    assert _on_network(Path("//server/share/workspace"))
