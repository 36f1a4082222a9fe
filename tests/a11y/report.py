"""Runs checks and tells of them in the words of the other test programs, so that ./dev test counts
them alike."""

import sys
import unittest


class _Result(unittest.TestResult):
    def __init__(self, program):
        super().__init__()
        self._program = program
        self.passed = 0

    def _tell(self, word, test, text=""):
        name = f"{self._program}::{test.id().rsplit('.', 1)[-1].removeprefix('test_')}()"
        print(f"{word:7}: {name} {text}".rstrip(), flush=True)

    def addSuccess(self, test):
        self.passed += 1
        self._tell("PASS", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        for line in str(err[1]).splitlines() or ["failed"]:
            self._tell("FAIL!", test, line)

    def addError(self, test, err):
        super().addError(test, err)
        self._tell("FAIL!", test, f"{err[0].__name__}: {err[1]}")
        print(self.errors[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell("SKIP", test, reason)


def run(program):
    """Runs the tests of __main__ whose name holds the first argument; the exit code."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    result = _Result(program)

    def each(suite):
        for test in suite:
            if isinstance(test, unittest.TestSuite):
                yield from each(test)
            elif wanted in test.id():
                yield test

    for test in each(unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])):
        test.run(result)
    failed = len(result.failures) + len(result.errors)
    print(f"Totals: {result.passed} passed, {failed} failed, "
          f"{len(result.skipped)} skipped, 0 blacklisted")
    return 1 if failed or result.passed + len(result.skipped) == 0 else 0
