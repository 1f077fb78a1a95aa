namespace TypedTune.Learning;

/// <summary>A node whose result is data, whatever its type.</summary>
internal interface IDataNode
{
    /// <summary>How large the training part will be.</summary>
    InputSize Size { get; }
}
