"""Forms that hypothesis invents and answers that nobody would type: what always holds."""

import json

from django.template.loader import render_to_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.catalog import forms
from motcua.catalog.forms.groups import COUNT
from motcua.catalog.forms.layout import form_of
from motcua.catalog.forms.schema import name_of, validator
from motcua.catalog.models import ProcedureVersion

from .building import TYPED, versions

SOME = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def leaves_of(value, path=""):
    """Every answer that is given, by its path."""
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        return [
            one for key, inner in pairs for one in leaves_of(inner, f"{path}.{key}".lstrip("."))
        ]
    return [path]


@st.composite
def typed_pages(draw, version):
    """A sending for each page: nonsense, readable answers, counts that lie."""
    sent = {}
    for page in forms.pages(version):
        post = {}
        for group in page.groups:
            post[group.name + COUNT] = draw(
                st.sampled_from(["0", "1", "2", "3", "-1", "9999", "x", ""])
            )
            numbers = range(draw(st.integers(0, 3)))
            paths = [path for number in numbers for path in group.paths(number)]
            post |= {name_of(path): draw(TYPED) for path in paths}
        single = [path for path in page.paths if "*" not in path]
        post |= {name_of(path): draw(TYPED) for path in single if draw(st.booleans())}
        if page.groups and draw(st.booleans()):
            button = draw(st.sampled_from(["add", "remove", "look_up"]))
            entry = draw(st.sampled_from(["", ".0", ".1", ".x", ".99999999999"]))
            post[button] = page.groups[0].path + entry
        sent[page.key] = post
    return sent


@SOME
@given(st.data())
def test_whatever_is_typed_nothing_breaks_and_the_schema_has_the_last_word(data):
    version = data.draw(versions())
    assert forms.faults(version.form, version.form_layout) == []

    answers, right = {}, True
    for key, post in data.draw(typed_pages(version)).items():
        form = forms.form_for(version, key, answers, typed=post)
        right = (form.is_valid() or form.rearranged is not None) and right
        answers = form.answers()
        render_to_string("catalog/forms/page.html", {"form": form})
    counted = forms.counting(version, answers)
    problems = forms.check(version, answers)

    json.dumps(answers)
    schema = json.dumps(version.form, sort_keys=True)
    assert validator(schema).is_valid(counted) == (not problems)
    assert right or problems
    shown = [row.path for part in forms.summary(version, answers) for row in part.rows]
    assert sorted(shown) == sorted(leaves_of(counted))
    assert all(p.page for p in problems)


@SOME
@given(st.data())
def test_a_page_sent_again_as_it_is_shown_keeps_every_answer(data):
    version = data.draw(versions())
    answers = {}
    for key, post in data.draw(typed_pages(version)).items():
        answers = forms.form_for(version, key, answers, typed=post).answers()

    again = answers
    for page in forms.pages(version):
        shown = forms.form_for(version, page.key, again)
        post = {name: shown[name].value() for name in shown.fields}
        post = {name: value for name, value in post.items() if value not in (None, False)}
        again = forms.form_for(version, page.key, again, typed=post).answers()

    assert forms.counting(version, again) == forms.counting(version, answers)


@SOME
@given(st.data())
def test_an_entry_added_and_removed_again_changes_nothing(data):
    version = data.draw(versions())
    for page in (page for page in forms.pages(version) if page.groups):
        group = page.groups[0]
        there = data.draw(st.integers(group.least, group.most))
        paths = [path for number in range(there) for path in group.paths(number)]
        post = {name_of(path): data.draw(TYPED) for path in paths} | {group.count_name: str(there)}
        before = forms.form_for(version, page.key, {}, typed=post).answers()
        added = forms.form_for(version, page.key, {}, typed=post | {"add": group.path})
        last = added.counts[group.path] - 1
        back = dict(added.data.items()) | {"remove": f"{group.path}.{last}"}
        back.pop("add", None)

        removed = forms.form_for(version, page.key, {}, typed=back)

        if last == there:
            assert removed.answers() == before


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 30) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=8,
)


@st.composite
def spoiled(draw, part):
    """The same JSON with one piece of it replaced by anything."""
    if draw(st.integers(0, 3)) == 0 or not isinstance(part, dict | list) or not part:
        return draw(ANYTHING)
    keys = list(part) if isinstance(part, dict) else list(range(len(part)))
    key = draw(st.sampled_from(keys))
    spoiled_part = dict(part) if isinstance(part, dict) else list(part)
    action = draw(st.integers(0, 5))
    if action == 0 and isinstance(spoiled_part, dict):
        del spoiled_part[key]
        spoiled_part[draw(st.text(max_size=5))] = part[key]
    else:
        spoiled_part[key] = draw(spoiled(part[key]))
    return spoiled_part


@settings(SOME, max_examples=120)
@given(st.data())
def test_a_spoiled_form_is_refused_in_sentences_or_works(data):
    version = data.draw(versions())
    form, layout = data.draw(spoiled(version.form)), version.form_layout
    if data.draw(st.booleans()):
        form, layout = version.form, data.draw(spoiled(version.form_layout))

    told = forms.faults(form, layout)

    assert all(isinstance(one, str) and one for one in told)
    if not told and form is not None:
        entered = ProcedureVersion(form=form, form_layout=layout)
        for page in form_of(entered).pages:
            render_to_string(
                "catalog/forms/page.html", {"form": forms.form_for(entered, page.key, {}, {})}
            )
        assert isinstance(forms.check(entered, {}), list)
        assert forms.summary(entered, {}) is not None
