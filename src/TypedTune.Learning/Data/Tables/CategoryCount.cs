namespace TypedTune.Learning;

/// <summary>How often a category occurs.</summary>
/// <param name="Category">The category.</param>
/// <param name="Count">The rows that have it.</param>
public readonly record struct CategoryCount(string Category, int Count);
