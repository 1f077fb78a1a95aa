namespace TypedTune;

/// <summary>A number behind a lens.</summary>
internal sealed class LensNumberView<T, TValue>(Lens<T, TValue> lens, NumberCode<TValue> code) : NumberView<T>
{
    public override bool IsWhole => code.IsWhole;

    public override double? Read(T configuration)
    {
        if (!lens.TryGet(configuration, out var value) || code.Read(value!) is not { } number)
            return null;
        if (double.IsNaN(number))
            throw new ArgumentException($"{lens.Path} of the configuration is not a number (NaN), which cannot be encoded.", nameof(configuration));
        return number;
    }

    public override T Write(T configuration, double number) => lens.Set(configuration, code.Create(number));

    public override T Copy(T from, T to) => lens.Set(to, lens.Get(from));

    public override bool IsAtRoot(T configuration) => lens.IsAtRoot(configuration);
}
