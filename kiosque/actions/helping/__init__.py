"""Acts of help: logged one by one or together."""
