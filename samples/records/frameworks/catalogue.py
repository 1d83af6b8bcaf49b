"""The form of each framework, by its name."""

from __future__ import annotations

from samples.firms.firm import Framework
from samples.records.frameworks.chinese import CAS, XQY
from samples.records.frameworks.form import StatementForm
from samples.records.frameworks.western import FRS102, FRS105, IFRS_SMES, US_GAAP, US_TAX

FORMS: dict[Framework, StatementForm] = {form.framework: form for form in (XQY, CAS, FRS102, FRS105, IFRS_SMES, US_GAAP, US_TAX)}
