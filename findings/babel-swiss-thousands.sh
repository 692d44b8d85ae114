#!/usr/bin/env bash
# Babel 2.19.0 writes Swiss numbers of a thousand and more without any separator.
#
# Its data for de_CH, fr_CH, it_CH, en_CH, de_LI and gsw name the apostrophe U+0027 as the sign between groups of three
# digits. The formatter puts it in and then takes apostrophes out of the whole result, because they quote literal text
# in number patterns (UTS 35, part 3). So 1234567 is printed as "1234567", money too; de_DE and en_IN are right.
# Babel 2.18.0, whose data name U+2019, prints the sign.
#
# Seen on 1 December 2026 with Python 3.11:
#   2.19.0  U+0027 de_CH 1234567  CHF 1234567.00
#   2.18.0  U+2019 de_CH 1'234'567 (with U+2019)
# What it means for a guide: groups of digits are put together by the program, from the group sign of the locale.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for version in 2.19.0 2.18.0; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install --quiet --disable-pip-version-check "babel==$version"
  "$folder/$version/bin/python" - "$version" <<'PYTHON'
import sys
from babel import Locale
from babel.numbers import format_currency, format_decimal

version = sys.argv[1]
for name in ("de_CH", "en_CH", "it_CH", "de_LI"):
    group = Locale.parse(name).number_symbols["latn"]["group"]
    number, money = format_decimal(1234567, locale=name), format_currency(1234567, "CHF", locale=name)
    print(f"{version}  U+{ord(group):04X} {name} {ascii(number)}  {ascii(money)}")
    lost = number == "1234567" and "1234567" in money
    assert lost == (version == "2.19.0"), "the behaviour has changed"
assert format_decimal(1234567, locale="de_DE") == "1.234.567"
assert format_decimal(1234567, locale="en_IN") == "12,34,567"
PYTHON
done
echo "as described"
