namespace TypedTune.Learning;

/// <summary>How well one label, or all of them on average, was predicted.</summary>
/// <param name="Name">The label, or the average.</param>
/// <param name="Precision">Of the rows that were predicted the label, the share that has it; 0 where it is never predicted.</param>
/// <param name="Recall">Of the rows that have the label, the share that was predicted it; 0 where none has it.</param>
/// <param name="F1">The harmonic mean of both.</param>
/// <param name="Rows">How many rows have the label, or their weight.</param>
public sealed record LabelReport(string Name, double Precision, double Recall, double F1, double Rows);
