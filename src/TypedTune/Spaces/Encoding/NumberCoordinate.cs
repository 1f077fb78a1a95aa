namespace TypedTune;

/// <summary>A number as one coordinate.</summary>
internal sealed class NumberCoordinate<T>(int index, string path, IReadOnlyList<StatePick> picks, NumberView<T> view) : Coordinate<T>(index, path, picks)
{
    public override bool IsWhole => view.IsWhole;

    public override IReadOnlyList<string> Options => [];

    public override double Read(T configuration) => view.Read(configuration) ?? double.NaN;

    public override T Write(T configuration, double number) => view.Write(configuration, number);

    public override T Copy(T from, T to) => view.Copy(from, to);

    public override bool IsAtRoot(T configuration) => view.IsAtRoot(configuration);
}
