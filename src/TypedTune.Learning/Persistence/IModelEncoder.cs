namespace TypedTune.Learning;

/// <summary>Writes named values in one of the formats of a saved model. Items of a list have an empty name.</summary>
internal interface IModelEncoder
{
    void Begin(string name, string model, int version);

    void End();

    void BeginList(string name, int count);

    void EndList();

    void Number(string name, double value);

    void Integer(string name, long value);

    void Bool(string name, bool value);

    void Text(string name, string value);

    void Numbers(string name, ReadOnlySpan<double> values);

    void Integers(string name, ReadOnlySpan<long> values);

    void Texts(string name, IReadOnlyList<string> values);
}
