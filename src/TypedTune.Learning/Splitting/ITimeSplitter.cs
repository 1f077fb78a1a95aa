namespace TypedTune.Learning;

/// <summary>Divides rows by their time. Rows need a <see cref="TimeAttribute"/>, or <see cref="Dataset.Time"/>: elsewhere the splitter is an error where it is written.</summary>
public interface ITimeSplitter : ISplitter;
