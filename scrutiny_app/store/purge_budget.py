"""Erase what a removed budget paper brought: its proposals, in their rows and in every record."""

from __future__ import annotations

from scrutiny_app.store.columns import list_text
from scrutiny_app.store.connection import Connection


def knows_budget_file(connection: Connection, sha256: str) -> bool:
    """Whether budget proposals ever came from a file."""
    return bool(connection.values(_KNOWN, {"sha256": sha256}))


def erase_budget(connection: Connection, sha256: str, erased: str) -> None:
    """Erase the proposals of removed sets that came from a file, and its name everywhere.

    A set that was brought up to date from another file keeps its proposals. ``erased`` stands for
    what may not be empty. Call it inside a step; the images of that step are erased too.
    """
    sets = list_text(map(str, connection.values(_SETS, {"sha256": sha256})))
    keys = list_text(map(str, connection.values(_PROPOSALS, {"sets": sets})))
    parameters = {"sha256": sha256, "sets": sets, "keys": keys, "erased": erased}
    for statement in (_ERASE_SETS, _ERASE_PROPOSALS, _ERASE_YEARS, _ERASE_WAIVERS):
        connection.run(statement, parameters)
    for image in ("before", "after"):
        for statement in (_SET_IMAGES, _PROPOSAL_IMAGES, _YEAR_IMAGES, _WAIVER_IMAGES):
            connection.run(statement.format(image=image), parameters)


_KNOWN = """
select 1 from proposal_set where sha256 = :sha256
union
select 1 from change where record = 'proposal_set' and json_extract(after, '$.sha256') = :sha256
"""

# A set that only the history knows was undone
_SETS = """
select id from proposal_set where removed_at is not null and sha256 = :sha256
union
select key from change where record = 'proposal_set'
    and json_extract(after, '$.sha256') = :sha256
    and key not in (select id from proposal_set where removed_at is null)
"""

_PROPOSALS = """
select id from proposal where proposal_set in (select value from json_each(:sets))
union
select key from change where record = 'proposal'
    and json_extract(after, '$.proposal_set') in (select value from json_each(:sets))
"""

_ERASE_SETS = """
update proposal_set set file_name = '', totals = '[]'
where id in (select value from json_each(:sets))
"""

_ERASE_PROPOSALS = """
update proposal set refs = '[]', title = :erased, narrative = '', service = '', heading = '',
    option_text = '', department = '', cumulative = null, cumulative_text = '',
    fte = '0', fte_text = '', wards = '[]', client_groups = '[]', details = '{}'
where id in (select value from json_each(:keys))
"""

_ERASE_YEARS = """
update proposal_year set pounds = 0, text = ''
where proposal in (select value from json_each(:keys))
"""

_ERASE_WAIVERS = """
update budget_waiver set reference = '', reason = :erased
where proposal_set in (select value from json_each(:sets))
"""

_SET_IMAGES = """
update change set {image} = json_set({image}, '$.file_name', '', '$.totals', '[]')
where record = 'proposal_set' and json_extract({image}, '$.sha256') = :sha256
"""

_PROPOSAL_IMAGES = """
update change set {image} = json_set({image}, '$.refs', '[]', '$.title', :erased,
    '$.narrative', '', '$.service', '', '$.heading', '', '$.option_text', '', '$.department', '',
    '$.cumulative', null, '$.cumulative_text', '', '$.fte', '0', '$.fte_text', '',
    '$.wards', '[]', '$.client_groups', '[]', '$.details', '{{}}')
where record = 'proposal' and {image} is not null
    and key in (select value from json_each(:keys))
"""

_YEAR_IMAGES = """
update change set {image} = json_set({image}, '$.pounds', 0, '$.text', '')
where record = 'proposal_year' and {image} is not null
    and json_extract({image}, '$.proposal') in (select value from json_each(:keys))
"""

_WAIVER_IMAGES = """
update change set {image} = json_set({image}, '$.reference', '', '$.reason', :erased)
where record = 'budget_waiver' and {image} is not null
    and json_extract({image}, '$.proposal_set') in (select value from json_each(:sets))
"""
