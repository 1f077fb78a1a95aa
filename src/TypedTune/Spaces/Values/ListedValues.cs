namespace TypedTune;

/// <summary>Values that are listed one by one, in the order of the list and with its repeats.</summary>
internal sealed class ListedValues<TValue>(TValue[] values, NumberCode<TValue>? code, Scale scale) : ValueSet<TValue>(code, scale)
{
    /// <summary>The values that are finite numbers, and the others, as null and infinity.</summary>
    public (IReadOnlyList<TValue> Numbers, IReadOnlyList<TValue> Others) Split() =>
        Code is not { } code ? ([], values) : ([.. values.Where(value => IsNumber(code, value))], [.. values.Where(value => !IsNumber(code, value))]);

    private static bool IsNumber(NumberCode<TValue> code, TValue value) => code.Read(value) is { } number && double.IsFinite(number);
}
