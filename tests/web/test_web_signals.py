"""The system asks a server to end: it does so once, wherever it is."""

import signal

import pytest

from dashboard.web.signals import End


@pytest.mark.parametrize("which", [signal.SIGINT, signal.SIGTERM])
def test_the_first_time_it_ends_what_is_being_done(which: signal.Signals) -> None:
    end = End()
    assert not end.asked
    with pytest.raises(KeyboardInterrupt):
        end(which, None)
    assert end.asked
    for again in (signal.SIGTERM, signal.SIGINT):
        end(again, None)


def test_a_patient_one_is_only_told_unless_ctrl_c_asks() -> None:
    end = End(patient=lambda: True)
    end(signal.SIGTERM, None)
    assert end.asked
    with pytest.raises(KeyboardInterrupt):
        end(signal.SIGINT, None)
    end(signal.SIGINT, None)
