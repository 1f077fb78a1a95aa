namespace Studies;

/// <summary>Ends a trial as soon as a value that it reports is worse than a limit.</summary>
/// <param name="Limit">The worst value that a trial may report.</param>
public sealed record LimitPruner(double Limit) : IPruner
{
    public bool ShouldPrune(PruningContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Direction.IsBetter(Limit, context.Reports[^1].Value);
    }
}
