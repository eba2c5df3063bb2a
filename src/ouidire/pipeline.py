"""The whole of ouidire on one screen: what comes in, what is made of it, where it goes."""
