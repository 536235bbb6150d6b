"""`python hostile_child.py FILE…`: what a publisher and a laptop do with forms, in a process of its own.

Converts, loads, opens, answers, submits one after another, and prints one JSON object:
`{"forms": {FILE: {"outcome", "why", "cpu_s"}}, "peak_mib"}`. The peak is the most memory that was ever resident, the
interpreter and all libraries included.
"""

import gc
import json
import resource
import sys
import time
from pathlib import Path


def peak_mib():
    """The most memory this process ever held, in MiB."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def use(path):
    """What a publisher and a laptop do with a form; "refused" or "ran"."""
    from form_scenario import Chance

    from fieldapp.forms import FormError, folder_media, load_definition
    from fieldapp.forms.convert import convert
    from fieldapp.ports import SteppedClock

    try:
        definition = load_definition(convert(path), folder_media(path.parent))
        instance = definition.open(clock=SteppedClock(0), entropy=Chance())
        for key in instance.keys()[:60]:
            state = instance.node(key)
            if (
                state.kind == "question"
                and state.type not in ("note", "calculate", "metadata")
                and state.relevant
            ):
                instance.set(key, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")
        instance.violations()
        instance.submission()
    except FormError as refused:
        return "refused", str(refused)[:100]
    return "ran", ""


if __name__ == "__main__":
    told = {}
    for path in map(Path, sys.argv[1:]):
        began = time.process_time()
        outcome, why = use(path)
        told[str(path)] = {"outcome": outcome, "why": why, "cpu_s": round(time.process_time() - began, 2)}
        gc.collect()  # each form is measured, not what the one before left lying
    print(json.dumps({"forms": told, "peak_mib": round(peak_mib(), 1)}))
