"""The pages of headquarters: made here whole, without a script."""
