"""Settings for all tests."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "test", max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("nightly", max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("WARRAQ_HYPOTHESIS", "test"))
