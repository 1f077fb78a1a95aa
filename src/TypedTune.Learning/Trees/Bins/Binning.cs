namespace TypedTune.Learning;

/// <summary>How columns are cut into bins.</summary>
/// <param name="Bins">How finely.</param>
/// <param name="ValueTolerance">How far a value may lie above the smallest of those that are equal to it; 0 tells all apart.</param>
internal readonly record struct Binning(SplitBins Bins, double ValueTolerance = 0);
