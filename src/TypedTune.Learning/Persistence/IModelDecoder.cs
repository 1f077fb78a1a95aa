namespace TypedTune.Learning;

/// <summary>Reads what an <see cref="IModelEncoder"/> wrote, in the same order; each method refuses a value of another name or kind.</summary>
internal interface IModelDecoder
{
    (string Model, int Version) Begin(string name);

    void End();

    int BeginList(string name);

    void EndList();

    double Number(string name);

    long Integer(string name);

    bool Bool(string name);

    string Text(string name);

    double[] Numbers(string name);

    long[] Integers(string name);

    string[] Texts(string name);
}
