"""What do the demo's pictures show, and what are their files called?"""

import indoors
import outdoors

SCENES = {
    "vinh-da-voi": outdoors.karst_bay,
    "quay-mot-cua": indoors.counter_hall,
    "xep-hang": indoors.queue,
    "ben-dao": outdoors.island_pier,
    "cho-phien": outdoors.market,
    "truong-hoc": indoors.school,
    "bieu-do": indoors.rising_bars,
    "dien-thoai": indoors.phone_in_hand,
    "ban-cao": outdoors.highland,
    "cau-day-vang": outdoors.bridge,
    "hop-giao-ban": indoors.round_table,
    "bao-ve-bo": outdoors.storm_harbor,
    "may-chu-dem": indoors.night_servers,
    "tram-y-te": indoors.health_station,
}
"""The name of each picture's file, and who draws it."""
