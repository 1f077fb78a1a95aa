namespace TypedTune.Learning;

/// <summary>What an estimator is called in messages, paths and files.</summary>
internal static class EstimatorName
{
    /// <summary>The name that the generator gave its type.</summary>
    public static string For(object estimator) => estimator is ITunable tunable ? tunable.Name : "Estimator";
}
