using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// A measure of how mixed classes are, as a sum over them. A type argument, so that each measure has its own code.
/// The purity of a side is <c>Side(Σ Term(weight of a class), weight of all)</c>; a cut gains by how much the purities of
/// its sides add up to more than that of the node.
/// </summary>
internal interface IClassImpurity
{
    /// <summary>The term of one class in the sum.</summary>
    /// <param name="weight">The class's weight on a side, at least 0.</param>
    static abstract Vector256<float> Term(Vector256<float> weight);

    /// <summary>The purity of a side.</summary>
    /// <param name="terms">The sum of the classes' terms.</param>
    /// <param name="weight">The side's weight, above 0.</param>
    static abstract Vector256<float> Side(Vector256<float> terms, Vector256<float> weight);

    /// <summary>The term in double precision.</summary>
    static abstract double Term(double weight);

    /// <summary>The purity in double precision.</summary>
    static abstract double Side(double terms, double weight);
}
