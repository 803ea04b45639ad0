"""The words of the Open Repair Data Standard 0.3 for our codes of it, as other programs read them.

Categories as in ``openrepair/data`` at ``84dce89c``; states and barriers as in its ``tableschema.json`` of July 2025.
"""

CATEGORY_NAMES = {
    "1": "Aircon/dehumidifier",
    "2": "Battery/charger/adapter",
    "3": "Decorative or safety lights",
    "4": "Desktop computer",
    "5": "Digital compact camera",
    "6": "DSLR/video camera",
    "7": "Fan",
    "8": "Flat screen",
    "9": "Hair & beauty item",
    "10": "Handheld entertainment device",
    "11": "Headphones",
    "12": "Hi-Fi integrated",
    "13": "Hi-Fi separates",
    "14": "Kettle",
    "15": "Lamp",
    "16": "Laptop",
    "17": "Large home electrical",
    "18": "Misc",
    "19": "Mobile",
    "20": "Musical instrument",
    "21": "Paper shredder",
    "22": "PC accessory",
    "23": "Portable radio",
    "24": "Power tool",
    "25": "Printer/scanner",
    "26": "Projector",
    "27": "Sewing machine",
    "28": "Small home electrical",
    "29": "Small kitchen item",
    "30": "Tablet",
    "31": "Toaster",
    "32": "Toy",
    "33": "TV and gaming-related accessories",
    "34": "Vacuum",
    "35": "Watch/clock",
    "36": "Coffee maker",
    "37": "Food processor",
    "38": "Games console",
    "39": "Hair dryer",
    "40": "Iron",
    "unpowered_bicycle": "Unpowered - Bicycle",
    "unpowered_furniture": "Unpowered - Furniture",
    "unpowered_household": "Unpowered - Household",
    "unpowered_jewellery": "Unpowered - Jewellery",
    "unpowered_textile": "Unpowered - Textile",
    "unpowered_other": "Unpowered - Other",
}

STATUS_NAMES = {"0": "Unknown", "1": "Fixed", "2": "Repairable", "3": "End of life"}

BARRIER_NAMES = {
    "1": "Spare parts not available",
    "2": "Spare parts too expensive",
    "3": "No way to open product",
    "4": "Repair information not available",
    "5": "Lack of equipment",
    "6": "Too worn out",
}
