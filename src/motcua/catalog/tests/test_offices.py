from motcua.catalog.models import Assignment, ProcedureVersion
from motcua.catalog.recording import loading
from motcua.periods import clock


def offices(code):
    version = ProcedureVersion.objects.on(clock.today()).get(procedure__code=code)
    return {office.identifier for office in version.offices_on(clock.today())}


def test_a_commune_procedure_is_decided_by_every_commune_committee(province, recorded):
    assert offices("1.001193") == {"H49.06673", "H49.06685"}


def test_a_provincial_procedure_is_decided_by_its_department(province, recorded):
    assert offices("2.001610") == {"H49.05"}


def test_without_the_department_the_peoples_committee_decides(province, recorded):
    assert offices("1.013236") == {"H49"}


def test_what_the_police_decide_has_no_office_here(province, recorded):
    assert offices("1.004222") == set()


def test_a_department_that_appears_takes_over(province, records, recorded, machine):
    office = province["finance"]
    office.names.update(full_name="Sở Xây dựng")

    loading.load(records, by=machine)

    assert offices("1.013236") == {"H49.05"}
    assert Assignment.objects.on(clock.today()).filter(procedure__code="1.013236").count() == 1
