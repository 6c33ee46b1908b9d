"""The places whose clocks the tables of times use."""

from zoneinfo import ZoneInfo

GAZA = ZoneInfo("Asia/Gaza")
JERUSALEM = ZoneInfo("Asia/Jerusalem")
CAIRO = ZoneInfo("Africa/Cairo")
