"""Petitions whose matter is also mediated leave traces that can be followed, and some do not."""


def test_a_named_petition_exists_in_the_same_community_and_came_first(count):
    named = count("select count(*) from disputes where petition_id is not null")
    found = count(
        "select count(*) from disputes join petitions using (petition_id) "
        "where disputes.area_code = petitions.area_code "
        "and petitions.received_at < disputes.accepted_at "
        "and disputes.accepted_at <= petitions.received_at + interval 20 day"
    )

    assert named == found > 0


def test_an_applicant_is_the_petitioner_under_the_same_hashed_key(count):
    known = count("select count(*) from disputes where applicant_key is not null")
    found = count(
        "select count(distinct dispute_id) from disputes "
        "join petitions on applicant_key = petitioner_key "
        "where disputes.area_code = petitions.area_code"
    )

    assert known == found > 0


def test_no_petition_is_mediated_twice(count):
    assert count("select count(petition_id) - count(distinct petition_id) from disputes") == 0
