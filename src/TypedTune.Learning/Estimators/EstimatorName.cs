namespace TypedTune.Learning;

/// <summary>Finds the name of an estimator for messages, paths and files.</summary>
internal static class EstimatorName
{
    /// <summary>Returns the name that the generator gave the type of the estimator.</summary>
    public static string For(object estimator) => estimator is ITunable tunable ? tunable.Name : "Estimator";
}
