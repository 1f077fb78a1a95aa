namespace TypedTune;

/// <summary>What a study computes, and which values are good. Immutable.</summary>
/// <typeparam name="T">The configuration.</typeparam>
internal sealed class Objective<T>
{
    private Objective(Func<T, CancellationToken, double> compute, bool isCancellable, Direction direction)
    {
        Compute = compute;
        IsCancellable = isCancellable;
        Direction = direction;
    }

    public Func<T, CancellationToken, double> Compute { get; }

    /// <summary>Whether the objective takes the token, and so may be expected to look at it.</summary>
    public bool IsCancellable { get; }

    public Direction Direction { get; }

    public static Objective<T> Of(Func<T, double> objective, Direction direction)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return new Objective<T>((configuration, _) => objective(configuration), isCancellable: false, direction);
    }

    public static Objective<T> Of(Func<T, CancellationToken, double> objective, Direction direction)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return new Objective<T>(objective, isCancellable: true, direction);
    }
}
