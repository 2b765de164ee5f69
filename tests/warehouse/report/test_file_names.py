"""Names of files and folders: whatever a title or a place is called, the file can be written."""

import pytest

from warehouse.report.file_names import allowed


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("示例区治理周报", "示例区治理周报"),
        ("一/二:三", "一_二_三"),
        ("../上级", "_上级"),
        (r'a\b*c?d"e<f>g|h', "a_b_c_d_e_f_g_h"),
        (" .. ", "_"),
        ("", "_"),
    ],
)
def test_a_name_is_kept_but_for_what_no_disk_takes(name: str, kept: str):
    assert allowed(name) == kept


def test_a_name_that_is_too_long_is_cut_between_two_characters():
    # 66 characters of three bytes are 198; the 67th would end at 201.
    assert allowed("长" * 70) == "长" * 66
    # 50 characters of four bytes are 200.
    assert allowed("𠮷" * 60) == "𠮷" * 50
