"""The kiosk's papers: cards, badges, the privacy notice, a day’s card; one drawing for eyes, files and printers."""
