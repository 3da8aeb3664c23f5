#!/usr/bin/env python3
"""Re-checks the deadlines of Guichet without Guichet.

Written from the rules (docs/adr/0002), not from the engine: Python's standard library, this one file. It keeps sets of
days where the engine keeps spans, and finds Easter by another method, so that a common mistake is unlikely.

    verify.py FILE                    a query of the calculator is computed again (without the walk); a certificate is checked:
                                      form, date, digests, walk, signature; "-" reads standard input
              [--key HEX]             the Ed25519 public key that must have signed it, from a source that you trust
              [--from URL]            or the key of the installation at this address (GET /v1/certificates/key, over https)
              [--ruleset r.json]      and that it was computed under this ruleset
    verify.py --ndjson < queries      one query a line, one answer a line, in the same order
    verify.py --certificates < lines  one certificate a line; a list of faults a line, empty when it is right (--key, --from)

A document can't vouch for its own key: a certificate is verified only by a key that was given, or fetched. Exit code 0: right;
1: a certificate with a fault, each told in a line; 2: nothing could be checked.

Rules: the day of the act doesn't count (CPC 640-641); years and months go from day number to day number, or to the last
day of the month (CPC 641); a delay rolls off Saturdays, Sundays and holidays only when asked (CPC 642); a suspension
spares the days after the origin that it covers, once each, if it begins before the delay is over.
"""
import argparse
import hashlib
import json
import re
import sys
import urllib.request
from datetime import date, timedelta

FIELDS = {"from", "delay", "days", "roll", "calendar", "closed", "suspensions", "counting", "restarts", "extension", "at"}
ONE = timedelta(days=1)


class Bad(Exception):
    """A query that can't be computed: the field, and why."""

    def __init__(self, field, why):
        super().__init__(f"{field}: {why}")
        self.field = field


# --- days ------------------------------------------------------------------------------------------------------------


def day(text, field):
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise Bad(field, f"not a civil day: {text!r}")
    try:
        found = date.fromisoformat(text)
    except ValueError as fault:
        raise Bad(field, str(fault)) from fault
    if found.year < 1583:
        raise Bad(field, "before 1583")
    return found


def easter(year):
    """Lilius and Clavius, as Knuth gives it (The Art of Computer Programming, 1.3.2, exercise 14)."""
    golden = year % 19 + 1
    century = year // 100 + 1
    skipped_leap_years = 3 * century // 4 - 12
    moon_correction = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - skipped_leap_years - 10
    epact = (11 * golden + 20 + moon_correction - skipped_leap_years) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full_moon = 44 - epact
    if full_moon < 21:
        full_moon += 30
    full_moon += 7 - (sunday + full_moon) % 7
    return date(year, 3, 1) + timedelta(days=full_moon - 1)


FIXED = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]
MOVABLE = [1, 39, 50]
RULES = {
    "fr": (FIXED, MOVABLE),
    "fr-alsace-moselle": (FIXED + ["12-26"], MOVABLE + [-2]),
    "none": ([], []),
}
_holidays = {}


def holidays(year, calendar):
    if (year, calendar) not in _holidays:
        fixed, movable = RULES[calendar]
        sunday = easter(year)
        days = {date.fromisoformat(f"{year:04}-{each}") for each in fixed}
        _holidays[year, calendar] = days | {sunday + timedelta(days=n) for n in movable}
    return _holidays[year, calendar]


def canonical(value):
    """RFC 8785 for what a certificate holds: objects, lists, texts, booleans, null and integers."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def digest(value):
    return "sha256:" + hashlib.sha256(canonical(value).encode()).hexdigest()


def calendar_digest(calendar, closed):
    fixed, movable = RULES[calendar]
    return digest(
        {
            "calendar": calendar,
            "closed": sorted(set(closed)),
            "holidays": sorted(fixed + [f"easter{n:+d}" for n in movable]),
            "weekend": ["saturday", "sunday"],
        }
    )


# --- instants --------------------------------------------------------------------------------------------------------


def last_sunday(year, month):
    found = date(year, month, 31 if month in (3, 10) else 30)
    while found.isoweekday() != 7:
        found -= ONE
    return found


def summer(year):
    """First and last Sunday of summer time; the clock changes at 01:00 UTC on both."""
    return last_sunday(year, 3), last_sunday(year, 9 if year < 1996 else 10)


def end_of_day(last):
    """24:00 Paris of a day, in UTC; None before 1981."""
    if last < date(1980, 12, 31):
        return None
    # Of the night that begins that day: it is summer from the first Sunday's evening to the eve of the last Sunday.
    begins, ends = summer(last.year)
    return f"{last.isoformat()}T{'22' if begins <= last < ends else '23'}:00:00.000Z"


INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))", re.ASCII)


def paris_day(text):
    found = INSTANT.fullmatch(text)
    if not found:
        raise Bad("from", f"neither a civil day nor an RFC 3339 instant: {text!r}")
    utc_day = day(found[1], "from")
    hour, minute, second = int(found[2]), int(found[3]), int(found[4])
    off_hour, off_minute = int(found[6] or 0), int(found[7] or 0)
    if hour > 23 or minute > 59 or second > 60 or off_hour > 23 or off_minute > 59:
        raise Bad("from", f"no such time: {text!r}")
    minutes = hour * 60 + minute - (off_hour * 60 + off_minute) * (-1 if found[5] == "-" else 1)
    utc_day += timedelta(days=minutes // 1440)
    minutes %= 1440
    if second == 60 and minutes != 1439:
        raise Bad("from", "a leap second falls at 23:59:60 UTC")
    begins, ends = summer(utc_day.year)
    moment = (utc_day, minutes)
    ahead = 120 if (begins, 60) <= moment < (ends, 60) else 60
    there = utc_day + timedelta(days=(minutes + ahead) // 1440)
    if there < date(1981, 1, 1) or utc_day.year < 1583:
        raise Bad("from", "the Paris day of an instant is known from 1981")
    return there


# --- delays ----------------------------------------------------------------------------------------------------------


def duration(text, field):
    found = isinstance(text, str) and re.fullmatch(
        r"(-?)P(?=[0-9])(?:([0-9]{1,7})Y)?(?:([0-9]{1,7})M)?(?:([0-9]{1,7})W)?(?:([0-9]{1,7})D)?", text
    )
    if not found:
        raise Bad(field, f"not a duration of years, months, weeks and days: {text!r}")
    sign = -1 if found[1] else 1
    return [sign * int(part or 0) for part in found.groups()[1:]]


def jump(start, months):
    """To the same day number, or down to the last day that the month has."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1583 <= year <= 9999:
        raise OverflowError
    number = start.day
    while True:
        try:
            return date(year, month + 1, number)
        except ValueError:
            number -= 1


def count(start, number, weekdays, calendar, closed):
    step = ONE if number > 0 else -ONE
    here = start
    left = abs(number)
    while left:
        here += step
        if here.isoweekday() <= weekdays and here not in holidays(here.year, calendar) and here not in closed:
            left -= 1
    return here


def compute(query):
    if not isinstance(query, dict):
        raise Bad("query", "not an object")
    for name in query:
        if name not in FIELDS:
            raise Bad(name, "unknown field")

    def choice(field, *choices):
        value = query.get(field, choices[0])
        if value not in choices:
            raise Bad(field, f"not one of {', '.join(choices)}: {value!r}")
        return value

    def days_of(field):
        value = query.get(field, [])
        if not isinstance(value, list):
            raise Bad(field, "not a list")
        return [day(each, field) for each in value]

    for field in ("from", "delay"):
        if field not in query:
            raise Bad(field, "required")
    text = query["from"]
    act = paris_day(text) if isinstance(text, str) and len(text) > 10 else day(text, "from")
    how = choice("days", "calendar", "working", "ouvrable", "clear")
    delay = duration(query["delay"], "delay")
    roll = choice("roll", "none", "next", "previous")
    calendar = choice("calendar", "fr", "fr-alsace-moselle", "none")
    closed = set(days_of("closed"))
    inclusive = choice("counting", "half-open", "inclusive") == "inclusive"
    origin = max([act, *days_of("restarts")])
    suspensions = []
    if not isinstance(query.get("suspensions", []), list):
        raise Bad("suspensions", "not a list")
    for each in query.get("suspensions", []):
        if not isinstance(each, dict) or set(each) != {"from", "to"}:
            raise Bad("suspensions", "each has from and to")
        begin = day(each["from"], "suspensions")
        end = None if each["to"] is None else day(each["to"], "suspensions")
        if end is not None and end < begin:
            raise Bad("suspensions", "ends before it begins")
        suspensions.append((begin, end))
    if "extension" in query:
        extension = duration(query["extension"], "extension")
        if (min(delay) < 0 < max(extension)) or (min(extension) < 0 < max(delay)):
            raise Bad("extension", "runs the other way")
        delay = [a + b for a, b in zip(delay, extension)]
    at = day(query["at"], "at") if "at" in query else None

    # The delay alone.
    years, months, weeks, days = delay
    base = jump(origin, years * 12 + months) + timedelta(weeks=weeks)
    if how in ("working", "ouvrable"):
        base = count(base, days, 5 if how == "working" else 6, calendar, closed)
    else:
        base += timedelta(days=days)
        if how == "clear":
            base += -ONE if min(delay) < 0 else ONE

    # The suspensions, as the set of days they spare, until adding those that the moved deadline now meets adds none.
    unrolled, spared, met, opened = base, set(), [], False
    while True:
        met = [span for span in suspensions if max(span[0], origin) <= unrolled]
        opened = at is None and any(end is None for _, end in met)
        if opened:
            # Told so far: the closed suspensions that come before the first open one, alone.
            first_open = min(begin for begin, end in met if end is None)
            met = [span for span in met if span[1] is not None and span[0] <= first_open]
        now = set()
        for begin, end in met:
            here = max(begin if inclusive else begin + ONE, origin + ONE)
            while here <= (at if end is None else end):
                now.add(here)
                here += ONE
        if len(now) == len(spared):
            break
        spared = now
        unrolled = base + timedelta(days=len(spared))

    answer = {
        "lastDay": None,
        "unrolledLastDay": None,
        "effectiveOn": None,
        "expiresAt": None,
        "suspendedDays": len(spared),
    }
    if opened:
        return answer
    last = unrolled
    if roll != "none":
        while last.isoweekday() > 5 or last in holidays(last.year, calendar) or last in closed:
            last += ONE if roll == "next" else -ONE
    if last.year < 1583 or unrolled.year < 1583:
        raise OverflowError
    answer["lastDay"] = last.isoformat()
    answer["unrolledLastDay"] = unrolled.isoformat()
    answer["effectiveOn"] = None if last == date.max else (last + ONE).isoformat()
    answer["expiresAt"] = end_of_day(last)
    if at is not None:
        inside = any(max(begin, origin) < at and (end is None or at < end) for begin, end in met)
        if at > last:
            answer["state"], answer["remainingDays"] = "expired", 0
        elif inside:
            spent = sum(1 for n in range(1, (at - origin).days + 1) if origin + timedelta(days=n) not in spared)
            answer["state"], answer["remainingDays"] = "suspended", (base - origin).days - spent
        else:
            answer["state"], answer["remainingDays"] = "running", (last - at).days
    return answer


def answer_to(raw):
    """The answer to a query in JSON, or what is wrong with it."""
    try:
        return compute(read(raw))
    except Bad as fault:
        return {"problem": {"field": fault.field, "detail": str(fault)}}
    except OverflowError:
        return {"problem": {"field": "delay", "detail": "leaves the years 1583 to 9999"}}


# --- Ed25519, verification only (RFC 8032, section 5.1) -----------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    m, n = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    t, z = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = n - m, z - t, z + t, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = add(total, point)
        point = add(point, point)
        scalar >>= 1
    return total


def point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def needs_no_secret(raw):
    """A key of low order: eight times it is nothing, so that anybody finds signatures that it accepts."""
    key = point(raw)
    return key is not None and times(8, key)[0] % P == 0


def signed(public, message, signature):
    key, r = point(public), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, key))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# --- reading -----------------------------------------------------------------------------------------------------------


def once(pairs):
    """An object, none of whose members stands twice: two readers could each believe another one."""
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        raise Bad("document", f"the member {next(name for name in names if names.count(name) > 1)!r} stands twice")
    return members


def whole(text):
    number = int(text)
    if abs(number) > 2**53 - 1:
        raise Bad("document", "a whole number of more than 53 bits")
    return number


def no_number(text):
    raise Bad("document", f"{text[:40]} isn't a whole number")


def read(raw):
    """The JSON of these bytes, which have one reading only."""
    if raw.startswith(b"\xef\xbb\xbf"):
        raise Bad("document", "begins with a byte-order mark: save it as UTF-8 without one")
    try:
        text = raw.decode("utf-8")
        value = json.loads(text, object_pairs_hook=once, parse_float=no_number, parse_int=whole, parse_constant=no_number)
        # Half of a surrogate pair can be written in JSON, and is no character.
        canonical(value).encode()
    except UnicodeError:
        raise Bad("document", "not UTF-8, or half of a character") from None
    except RecursionError:
        raise Bad("document", "nested too deep") from None
    except ValueError as fault:
        raise Bad("document", f"not JSON ({fault})") from None
    return value


# --- certificates ----------------------------------------------------------------------------------------------------


def walk_faults(walk, result, origin):
    """The diary: spans told one after the other, from the day after the origin to the last day, summing to the whole."""
    told, spared = date.fromisoformat(origin), 0
    for n, step in enumerate(walk, 1):
        if step["kind"] not in ("counted", "suspended"):
            continue
        begin, end = date.fromisoformat(step["from"]), date.fromisoformat(step["to"])
        if begin != told + ONE or (end - begin).days + 1 != step["days"]:
            yield f"walk, step {n}: a span from {begin} to {end} of {step['days']} days doesn't follow {told}"
        told = end
        spared += step["days"] if step["kind"] == "suspended" else 0
    if spared != result["suspendedDays"]:
        yield f"walk: {spared} suspended days, the result says {result['suspendedDays']}"
    unrolled = result["unrolledLastDay"]
    if unrolled is not None and unrolled > origin and told.isoformat() != unrolled:
        yield f"walk: the spans end on {told}, the unrolled last day is {unrolled}"
    if result["lastDay"] is not None and walk[-1]["to"] != result["lastDay"]:
        yield f"walk: it ends on {walk[-1]['to']}, the last day is {result['lastDay']}"


CITATION = {"kind", "ref", "legiarti", "inForceSince", "earlier", "quote", "url"}
STEP = {"kind", "rule", "source", "from", "to", "days", "by", "why", "skipped", "digest", "sentence"}
# The members of each part: a document may hold no other, lest somebody read there what nobody signed.
MEMBERS = {
    "": {"certificate", "about", "key", "query", "calendar", "ruleset", "result", "walk", "signature"},
    "about": {"case", "clock", "delay", "label", "source", "on"},
    "about.source": CITATION,
    "ruleset": {"name", "digest"},
    "result": {"lastDay", "unrolledLastDay", "effectiveOn", "expiresAt", "suspendedDays"},
    "signature": {"algorithm", "publicKey", "value"},
    "walk": STEP,
    "walk.source": CITATION,
    "walk.skipped": {"on", "why"},
}


def strangers(value, path=""):
    """The members that no certificate has, by their place; a query names its own."""
    if isinstance(value, list):
        for each in value:
            yield from strangers(each, path)
    elif isinstance(value, dict) and path in MEMBERS:
        for name, member in value.items():
            here = f"{path}.{name}" if path else name
            if name not in MEMBERS[path]:
                yield here
            else:
                yield from strangers(member, here)


def signature_faults(certificate, key):
    signature = certificate.get("signature")
    if signature is None:
        yield "signature: none"
        return
    if signature.get("algorithm") != "Ed25519":
        yield f"signature.algorithm: {signature.get('algorithm')}, expected Ed25519"
        return
    public, value = signature["publicKey"], signature["value"]
    for name, text, digits in (("publicKey", public, 64), ("value", value, 128)):
        if not isinstance(text, str) or not re.fullmatch(f"[0-9a-f]{{{digits}}}", text):
            yield f"signature.{name}: expected {digits} hexadecimal digits"
            return
    if needs_no_secret(bytes.fromhex(public)):
        yield "signature.publicKey: a point of low order, with which anybody can sign"
        return
    if key is None:
        yield "signature.publicKey: nobody but the document vouches for this key: give the one that you trust (--key), or where to ask (--from)"
    elif public != key:
        yield f"signature.publicKey: signed by {public}, expected {key}"
    body = canonical({name: member for name, member in certificate.items() if name != "signature"}).encode()
    if not signed(bytes.fromhex(public), body, bytes.fromhex(value)):
        yield "signature.value: not a signature of this content by this key"


def certificate_faults(certificate, key=None, ruleset=None):
    """Everything in a certificate that differs from what it should be, one line each."""
    if certificate["certificate"] != "guichet-deadline/1":
        yield f"certificate: {certificate['certificate']!r}, expected 'guichet-deadline/1'"
        return
    for stranger in strangers(certificate):
        yield f"{stranger}: no certificate has such a member, and nobody signs it"
    query, result = certificate["query"], certificate["result"]
    try:
        expected = compute(query)
    except (Bad, OverflowError) as fault:
        yield f"query: can't be computed ({fault})"
        return
    for name in sorted({*expected, *result}):
        if expected.get(name) != result.get(name):
            yield f"result.{name}: the certificate says {result.get(name)}, recomputed {expected.get(name)}"
    calendar = calendar_digest(query.get("calendar", "fr"), query.get("closed", []))
    if certificate["calendar"] != calendar:
        yield f"calendar: the certificate says {certificate['calendar']}, recomputed {calendar}"
    for n, step in enumerate(certificate["walk"], 1):
        if step["kind"] == "calendar" and step.get("digest") != calendar:
            yield f"walk, step {n}: the digest is {step.get('digest')}, recomputed {calendar}"
    act = query["from"] if len(query["from"]) == 10 else paris_day(query["from"]).isoformat()
    yield from walk_faults(certificate["walk"], result, max([act, *query.get("restarts", [])]))
    if ruleset is not None and (certificate.get("ruleset") or {}).get("digest") != digest(ruleset):
        yield f"ruleset: the certificate says {(certificate.get('ruleset') or {}).get('digest')}, given {digest(ruleset)}"
    yield from signature_faults(certificate, key)


def faults_of(certificate, key=None, ruleset=None):
    try:
        return list(certificate_faults(certificate, key, ruleset))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, Bad) as fault:
        return [f"certificate: malformed ({type(fault).__name__}: {fault})"]


def faults_in(raw, key):
    try:
        return faults_of(read(raw), key)
    except Bad as fault:
        return [str(fault)]


# --- the command line --------------------------------------------------------------------------------------------------


def hexadecimal(text):
    if not re.fullmatch("[0-9a-fA-F]{64}", text):
        raise argparse.ArgumentTypeError("a public key has 64 hexadecimal digits")
    return text.lower()


def key_of(url):
    """The key of an installation, as it gives it. Over plain http, anybody on the way could give theirs."""
    if not re.match(r"https://|http://(localhost|127\.0\.0\.1|\[::1\])[:/]", url + "/"):
        raise OSError(f"{url}: an installation is asked over https")
    with urllib.request.urlopen(url.rstrip("/") + "/v1/certificates/key", timeout=10) as answer:
        return hexadecimal(read(answer.read(10_000))["publicKey"])


def bytes_of(path):
    if path == "-":
        return sys.stdin.buffer.read()
    with open(path, "rb") as source:
        return source.read()


def check(raw, key, ruleset):
    """What a document is, and whether it is right. @returns the exit code."""
    try:
        document = read(raw)
    except Bad as fault:
        print(fault)
        return 1
    if isinstance(document, dict) and "certificate" in document:
        faults = faults_of(document, key, ruleset)
        for fault in faults:
            print(fault)
        if faults:
            return 1
        print(f"verified: last day {document['result']['lastDay']}")
        if "key" in document:
            print(f"note on the key: {document['key']}")
        return 0
    answer = answer_to(raw)
    print(json.dumps(answer, indent=2))
    return 2 if "problem" in answer else 0


def main(args):
    asking = argparse.ArgumentParser(
        prog="verify.py", usage=argparse.SUPPRESS, description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asking.add_argument("file", nargs="?", help=argparse.SUPPRESS)
    asking.add_argument("--key", type=hexadecimal, help=argparse.SUPPRESS)
    asking.add_argument("--from", dest="url", help=argparse.SUPPRESS)
    asking.add_argument("--ruleset", help=argparse.SUPPRESS)
    asking.add_argument("--ndjson", action="store_true", help=argparse.SUPPRESS)
    asking.add_argument("--certificates", action="store_true", help=argparse.SUPPRESS)
    asked = asking.parse_args(args)
    if [asked.file is not None, asked.ndjson, asked.certificates].count(True) != 1:
        asking.print_help()
        return 2
    if asked.ndjson:
        for line in sys.stdin.buffer:
            print(json.dumps(answer_to(line), separators=(",", ":")))
        return 0
    try:
        key = asked.key or (asked.url and key_of(asked.url))
        ruleset = asked.ruleset and read(bytes_of(asked.ruleset))
        if asked.file is not None:
            return check(bytes_of(asked.file), key, ruleset)
    except (OSError, Bad, KeyError, TypeError, argparse.ArgumentTypeError) as fault:
        print(f"nothing was checked: {fault}", file=sys.stderr)
        return 2
    wrong = 0
    for line in sys.stdin.buffer:
        faults = faults_in(line, key)
        print(json.dumps(faults))
        wrong += bool(faults)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
