namespace TypedTune.Learning;

/// <summary>Divides rows such that no group is on both sides. Rows need a <see cref="GroupAttribute"/>, or <see cref="Dataset.Groups"/>: elsewhere the splitter is an error where it is written.</summary>
public interface IGroupSplitter : ISplitter;
