"Who is quoted in the news, in which words, and by which outlet."
__version__ = "0.1.0"
